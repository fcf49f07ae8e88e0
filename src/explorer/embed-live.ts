/** The live map of an embed: asked for by `embed.ts` when the reader first acts on the map. */
import './corridor-explorer.ts';
