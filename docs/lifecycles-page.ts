import { diagram, type Lifecycle, type Move } from '@geoarchive/domain/lifecycle.ts';
import { lifecycles } from '@geoarchive/domain/lifecycles.ts';
import { generated, table } from './table.ts';

const section = (of: Lifecycle<string, string>): string[] => [
  `## ${of.name}`,
  ['```mermaid', diagram(of), '```'].join('\n'),
  table(
    ['State', '中文', 'English'],
    Object.entries(of.states).map(([state, name]) => [`\`${state}\``, name.zh, name.en]),
  ),
  ...(Object.keys(of.moves).length === 0
    ? []
    : [
        table(
          ['Move', '中文', 'English', 'From', 'To', 'By', 'Event'],
          Object.entries<Move<string>>(of.moves).map(([name, move]) => [
            `\`${name}\``,
            move.label.zh,
            move.label.en,
            move.from.join(', '),
            move.to,
            move.by.join(', '),
            move.event,
          ]),
        ),
      ]),
];

/** `docs/developers/lifecycles.md`: every lifecycle as a diagram and as tables. */
export const lifecyclesPage = (): string =>
  [
    generated,
    '# 生命周期 Lifecycles',
    'A lifecycle is one table in `layers/domain`. From it come the condition that makes an illegal or repeated move fail, the buttons of a page, the tests, and this page. `SYSTEM` is a worker, a projection or a clock.',
    ...lifecycles.flatMap(section),
    '',
  ].join('\n\n');
