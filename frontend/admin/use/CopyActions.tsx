import type { CopyRequest } from '@geoarchive/contract/copies.ts';
import { copies } from '@geoarchive/contract/routes.ts';
import { copyLifecycle, pagesText } from '@geoarchive/domain/service/copy.ts';
import { useApi } from '@geoarchive/frontend-shared/api/context.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { saveBytes } from '@geoarchive/frontend-shared/list/save-file.ts';
import { problemText } from '@geoarchive/frontend-shared/problem/text.ts';
import { App, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readingRoomKeepers } from '../roles.ts';

/** What is done with a request for copies: decided with reasons, made as a PDF, handed over. */
export const CopyActions = ({ of }: { of: CopyRequest }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { message } = App.useApp();
  const api = useApi();
  const decide = useWrite(copies.decideCopy);
  const hand = useWrite(copies.handCopy);
  const [outcome, setOutcome] = useState<'grant' | 'refuse'>();
  const told = (error: unknown) => message.error(problemText(error, t), 8);
  const save = async () => {
    try {
      const { media = '' } = copies.copyPages;
      saveBytes(`${of.number}.pdf`, media, await api.call(copies.copyPages, { params: { id: of.id } }));
    } catch (error) {
      told(error);
    }
  };
  const keeps = reaches(readingRoomKeepers, usePerson()?.roles ?? []);
  const params = { id: of.id };
  return (
    <Flex gap={6} wrap>
      {of.state === 'granted' && keeps && (
        <Button size="small" aria-label={t('copy.pdfOf', { number: of.number })} onClick={() => void save()}>
          {t('copy.pdf')}
        </Button>
      )}
      {of.moves.map((move) => (
        <Button
          key={move}
          size="small"
          danger={move === 'refuse'}
          loading={move === 'hand' && hand.isPending}
          aria-label={`${say(copyLifecycle.moves[move].label)} ${of.number}`}
          onClick={() =>
            move === 'hand'
              ? hand.mutate({ params, ifMatch: of.version }, { onError: told })
              : setOutcome(move)
          }
        >
          {say(copyLifecycle.moves[move].label)}
        </Button>
      ))}
      {outcome !== undefined && (
        <TextDialog
          title={say(copyLifecycle.moves[outcome].label)}
          label={t('copy.reasons')}
          danger={outcome === 'refuse'}
          error={decide.error}
          busy={decide.isPending}
          onClose={() => setOutcome(undefined)}
          onSend={(reasons) =>
            decide
              .mutateAsync({ params, body: { outcome, reasons }, ifMatch: of.version })
              .then(() => setOutcome(undefined))
          }
        >
          <p className="ga-soft">
            {t('copy.what', { pages: pagesText(of.pages), copies: of.copies, text: of.text })}
          </p>
        </TextDialog>
      )}
    </Flex>
  );
};
