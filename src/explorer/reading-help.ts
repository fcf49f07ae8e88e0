/** Loads the small helps for a long text with the first step into it: until then none of them is of use, and a text reads without. */
const load = (event?: Event): void => {
  import('./reading.ts').then(({ offerLink }) => offerLink(event?.target)).catch(() => {});
};

if (scrollY > 0) load();
for (const sign of ['scroll', 'pointerover', 'focusin']) addEventListener(sign, load, { once: true });
