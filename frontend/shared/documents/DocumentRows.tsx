import type { StoredDocument } from '@geoarchive/contract/documents.ts';
import { documentKinds } from '@geoarchive/domain/documents.ts';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/use-language.ts';
import { DocumentState } from './DocumentState.tsx';

type Props = { documents: readonly StoredDocument[]; actions: (of: StoredDocument) => ReactNode };

/** The papers about one thing, each with what can be done with it. */
export const DocumentRows = ({ documents, actions }: Props) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  return (
    <ul className="ga-rows">
      {documents.map((of) => (
        <li key={of.number}>
          <Flex justify="space-between" align="center" gap={12} wrap>
            <div>
              <strong>{say(documentKinds[of.kind].name)}</strong> <code>{of.number}</code>{' '}
              <DocumentState of={of.state} />
              <div className="ga-soft">
                {time(of.issuedAt)}
                {of.voided !== undefined && ` · ${of.voided.reason}`}
                {of.voided?.replacedBy !== undefined &&
                  ` · ${t('documents.replacedBy', { number: of.voided.replacedBy })}`}
              </div>
            </div>
            {actions(of)}
          </Flex>
        </li>
      ))}
    </ul>
  );
};
