import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect } from 'react';

/** Closes a PDF when another one takes its place or the view goes: each open one holds a worker and its memory. */
export const useClosing = (pdf: PDFDocumentProxy | undefined): void => {
  useEffect(() => () => void pdf?.loadingTask.destroy(), [pdf]);
};
