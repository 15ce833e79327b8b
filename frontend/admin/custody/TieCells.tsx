import type { Holding } from '@geoarchive/contract/custody-holdings.ts';
import { findingOf, tieKinds } from '@geoarchive/domain/custody/ties.ts';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { useTranslation } from 'react-i18next';

/** What a set is tied to, each with whether its number is known. */
export const TieCells = ({ of }: { of: Holding }) => {
  const { t } = useTranslation();
  return (
    <>
      {tieKinds.map(
        (tie) =>
          of[tie] !== undefined && (
            <div key={tie}>
              {of[tie]}{' '}
              {findingOf(tie, of.findings) !== undefined && (
                <StateTag tone="attention">{t('custody.unknownTie')}</StateTag>
              )}
            </div>
          ),
      )}
      {of.box !== undefined && <div>{of.box}</div>}
    </>
  );
};
