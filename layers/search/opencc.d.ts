/** The package types its entry points but not its single tables. */
declare module 'opencc-js/dict/TSCharacters' {
  /** Pairs `traditional simplified`, separated by `|`. */
  const table: string;
  export default table;
}
