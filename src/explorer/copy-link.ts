/**
 * Copies a link and says so in `said`. Where there is no clipboard it shows the link there, chosen, so that it can be
 * copied by hand.
 */
export async function copyLink(link: string, said: Element): Promise<void> {
  said.textContent = '';
  try {
    await navigator.clipboard.writeText(link);
    said.textContent = 'Link copied.';
  } catch {
    const field = document.createElement('input');
    field.readOnly = true;
    field.value = link;
    field.setAttribute('aria-label', 'Link');
    said.replaceChildren('Copy this link: ', field);
    field.select();
  }
}
