/**
 * Scripts that an embed loads on demand. They stand in the page under a type that no browser knows; a copy is woken, so that
 * no script ever writes the address of another, which a policy of trusted types would refuse.
 */

/** Loads the script of the page whose address ends so. Each call asks for it anew. */
export function wakeScript(ending: string): HTMLScriptElement {
  const script = document.querySelector(`[type=late][src$="${ending}"]`)?.cloneNode() as HTMLScriptElement;
  script.type = '';
  document.head.append(script);
  return script;
}
