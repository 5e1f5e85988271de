/** The package says what its types are in comments only. */
declare module 'ember-eslint-parser' {
  export const parseForESLint: (code: string, options: object) => object;
}

declare module 'ember-eslint-parser/hbs' {
  export const parseForESLint: (code: string, options: object) => object;
}
