import { xmlText } from '../xml/text.ts';

/** Properties of an Office Open XML document: docProps/core.xml and docProps/app.xml. */
export function officeProperties(core: string | undefined, app: string | undefined): Record<string, unknown> {
  return clean({
    title: core && xmlText(core, 'title'),
    author: core && xmlText(core, 'creator'),
    subject: core && xmlText(core, 'subject'),
    keywords: core && xmlText(core, 'keywords'),
    created: core && xmlText(core, 'created'),
    modified: core && xmlText(core, 'modified'),
    pages: number(app && (xmlText(app, 'Pages') ?? xmlText(app, 'Slides'))),
    application: app && xmlText(app, 'Application'),
    organisation: app && xmlText(app, 'Company'),
  });
}

/** Properties of an OpenDocument file: meta.xml. */
export function openDocumentProperties(meta: string | undefined): Record<string, unknown> {
  if (!meta) return {};
  return clean({
    title: xmlText(meta, 'title'),
    author: xmlText(meta, 'creator') ?? xmlText(meta, 'initial-creator'),
    subject: xmlText(meta, 'subject'),
    created: xmlText(meta, 'creation-date'),
    modified: xmlText(meta, 'date'),
    pages: number(/meta:page-count="(\d+)"/.exec(meta)?.[1]),
    application: xmlText(meta, 'generator'),
  });
}

const number = (text: string | undefined) => (text && /^\d+$/.test(text) ? Number(text) : undefined);
const clean = (all: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== ''));
