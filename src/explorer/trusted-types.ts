/** Trusted Types, as far as they are used here: TypeScript's library does not know them yet, nor do all browsers. */

interface TypeFactory {
  createPolicy(
    name: string,
    rules: { createHTML(markup: string): string | null },
  ): { createHTML(markup: string): string };
}

export const { trustedTypes } = globalThis as { trustedTypes?: TypeFactory };
