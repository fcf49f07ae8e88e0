/** Tells whether a fragment (with or without its `#`) is meant as a view: others belong to headings and notes. */
export function isViewFragment(fragment: string): boolean {
  return /^#?map(=|%3D)/i.test(fragment);
}
