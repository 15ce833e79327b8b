import { documents } from '@geoarchive/contract/routes.ts';
import { documentKindCodes, documentKinds } from '@geoarchive/domain/documents.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { PrintButton, type PrintWish } from '@geoarchive/frontend-shared/documents/PrintButton.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { frozen, sampleError } from './problems.ts';
import type { SampleState } from './StatePicker.tsx';

type Kind = (typeof documentKindCodes)[number];

/** Each kind of paper as a sample: across its pages it says that it is one. */
export const DocumentSample = ({ state }: { state: SampleState }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const api = useApi();
  const error = sampleError(t('samples.error'), t('samples.errorDetail'));
  const print = async (kind: Kind, wish: PrintWish) => {
    const { pdf } = await api.call(documents.sampleDocument, { body: { ...wish, kind } });
    const bytes = Uint8Array.from(atob(pdf), (one) => one.charCodeAt(0));
    const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
    return { url, missing: [] };
  };
  return (
    <QueryView query={frozen(state, state === 'empty' ? [] : documentKindCodes, error)}>
      {(kinds) =>
        kinds.length === 0 ? (
          <Empty title={t('samples.empty')} hint={t('samples.emptyHint')} />
        ) : (
          <Panel title={t('samples.documents')}>
            <ul className="ga-rows">
              {kinds.map((kind) => (
                <li key={kind}>
                  <Flex justify="space-between" align="center" gap={12} wrap>
                    <strong>{say(documentKinds[kind].name)}</strong>
                    <PrintButton number={say(documentKinds[kind].name)} print={(wish) => print(kind, wish)} />
                  </Flex>
                </li>
              ))}
            </ul>
          </Panel>
        )
      }
    </QueryView>
  );
};
