/** Where the live map's style sheet is, in an embed. */
export const liveStyles = `${document.body.dataset['base'] ?? '/'}embed/live.css`;
