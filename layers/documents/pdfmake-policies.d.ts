import 'pdfmake';

/** What pdfmake may open; its types do not know these two yet. */
declare module 'pdfmake' {
  export function setUrlAccessPolicy(allows: (url: string) => boolean): void;
  export function setLocalAccessPolicy(allows: (path: string) => boolean): void;
}
