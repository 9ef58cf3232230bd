// The rest of the script stands on what began the page.
const { no, utf8, fromBase64url, toBase64url, join, post, ask, takeFragment, follow } = window.carnetSheet.parts;
