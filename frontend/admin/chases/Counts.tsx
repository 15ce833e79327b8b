import { chases } from '@geoarchive/contract/routes.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { chaseLifecycle } from '@geoarchive/domain/supervision/chase.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { formatCount } from '@geoarchive/frontend-shared/format/numbers.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChaseStateTag } from './ChaseStateTag.tsx';

/** How many chases stand in each state. */
export const Counts = ({ of }: { of: { node?: string } }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const query = useRead(chases.countChases, { query: of });
  return (
    <QueryView query={query} rows={1}>
      {({ counts }) => (
        <Flex
          component="ul"
          gap={16}
          wrap
          className="ga-notice"
          style={{ listStyle: 'none', paddingInlineStart: 0 }}
          aria-label={t('chases.counts')}
        >
          {statesOf(chaseLifecycle).map((state) => (
            <li key={state} aria-label={`${say(chaseLifecycle.states[state])} ${counts[state]}`}>
              <ChaseStateTag of={state} /> <strong>{formatCount(counts[state])}</strong>
            </li>
          ))}
        </Flex>
      )}
    </QueryView>
  );
};
