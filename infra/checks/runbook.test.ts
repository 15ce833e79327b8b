import { expect, test } from '@jest/globals';
import { slug } from '../constructs/runbook.ts';
import { headingsIn, runbookHeadings } from './runbook.ts';

const section = (heading: string, ...parts: string[]) =>
  [`## ${heading}`, ...parts.map((part) => `### ${part} 段\n\ntext`)].join('\n\n');

test('a heading counts only when its three parts are below it', () => {
  const markdown = [
    '# Runbook',
    section('inspect', 'Description', 'Investigation', 'Resolution'),
    section('seal', 'Description', 'Resolution'),
  ].join('\n\n');
  expect([...headingsIn(markdown)]).toEqual(['inspect']);
});

test('the parts of the next heading are not borrowed', () => {
  const markdown = `${section('a', 'Description')}\n${section('b', 'Investigation', 'Resolution')}`;
  expect(headingsIn(markdown).size).toBe(0);
});

test('links are made as Markdown makes them', () => {
  expect(slug('Dead letters: what now?')).toBe('dead-letters-what-now');
  expect(slug(' 死信 处理 ')).toBe('死信-处理');
});

test('the runbook that ships has its headings', () => {
  expect(runbookHeadings()).toContain('inspect');
});
