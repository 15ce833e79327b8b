import type { StoredDocument } from '@geoarchive/contract/documents.ts';
import { documents } from '@geoarchive/contract/routes.ts';
import { mayVoid } from '@geoarchive/domain/documents.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { PrintButton } from '@geoarchive/frontend-shared/documents/PrintButton.tsx';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VoidDialog } from './VoidDialog.tsx';

/** What staff can do with a paper: print it; declare it void when their role issues such papers. */
export const DocumentActions = ({ of }: { of: StoredDocument }) => {
  const { t } = useTranslation();
  const api = useApi();
  const roles = usePerson()?.roles ?? [];
  const [voiding, setVoiding] = useState(false);
  const { number } = of;
  return (
    <Flex gap={8} wrap>
      <PrintButton
        number={number}
        print={(body) => api.call(documents.printDocument, { params: { number }, body })}
      />
      {of.state === 'issued' && mayVoid(of.kind, roles) && (
        <Button danger aria-label={t('documents.voidOf', { number })} onClick={() => setVoiding(true)}>
          {t('documents.void')}
        </Button>
      )}
      {voiding && <VoidDialog of={of} onClose={() => setVoiding(false)} />}
    </Flex>
  );
};
