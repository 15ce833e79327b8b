import type { Holding } from '@geoarchive/contract/custody-holdings.ts';
import { entrustedKindNames } from '@geoarchive/domain/custody/agreement.ts';
import { conditionNames, tieFindings } from '@geoarchive/domain/custody/holding.ts';
import { holdingSheet } from '@geoarchive/domain/custody/holding-sheet.ts';
import { tieOfFinding } from '@geoarchive/domain/custody/ties.ts';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useMemo } from 'react';

/** How rows of holding lists are put into words. */
export const useHoldingWords = () => {
  const { say } = useLanguage();
  return useMemo(() => {
    const field = (key: string): string => {
      const label = holdingSheet.columns.find((column) => column.key === key)?.label;
      return label === undefined ? key : say(label);
    };
    const value = (key: string, text: string): string => {
      const code = holdingSheet.columns
        .find((column) => column.key === key)
        ?.codes?.find((one) => one.code === text);
      return code === undefined ? text : say(code.label);
    };
    return {
      field,
      value,
      kind: ({ kind }: Pick<Holding, 'kind'>) => say(entrustedKindNames[kind]),
      condition: ({ condition }: Pick<Holding, 'condition'>) => say(conditionNames[condition]),
      amount: ({ count, unit }: Pick<Holding, 'count' | 'unit'>) => `${formatCount(count)} ${unit}`,
      ties: ({ task, dossier, well, box }: Partial<Holding>) =>
        [task, dossier, well, box].filter((tie) => tie !== undefined).join(' · '),
      /** What was found, cell by cell: its heading, what it says, what is wrong with it. */
      findings: (found: Holding['findings'], row: Partial<Holding>) =>
        found
          .map((code) => {
            const tie = tieOfFinding[code];
            return `${field(tie)} ${row[tie] ?? ''}: ${say(tieFindings[code])}`;
          })
          .join('；'),
    };
  }, [say]);
};
