/** Where the live map's style sheet is. */
export { default as liveStyles } from '../styles/live.css?url';
