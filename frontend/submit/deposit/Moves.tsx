import type { Deposit } from '@geoarchive/contract/deposits.ts';
import { intake } from '@geoarchive/contract/routes.ts';
import { type DepositMove, depositLifecycle } from '@geoarchive/domain/deposit.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { problemText } from '@geoarchive/frontend-shared/problem/text.ts';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';

const submitterMoves = ['complete', 'submit', 'reopen', 'cancel'] as const satisfies readonly DepositMove[];
type SubmitterMove = (typeof submitterMoves)[number];

const useMoves = () => ({
  complete: useWrite(intake.completeDeposit),
  submit: useWrite(intake.submitDeposit),
  reopen: useWrite(intake.reopenDeposit),
  cancel: useWrite(intake.cancelDeposit),
});

/** The moves open to the reader now, as the API says; each asks before it is done. None while files are going up. */
export const Moves = ({ deposit, held }: { deposit: Deposit; held: boolean }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { modal, message } = App.useApp();
  const writes = useMoves();
  const stub = deposit.stub !== undefined;
  const label = (move: SubmitterMove) =>
    stub && move === 'complete' ? t('moves.completeStubLabel') : say(depositLifecycle.moves[move].label);
  const question = (move: SubmitterMove) =>
    t(`moves.${move}${stub && move !== 'cancel' ? 'Stub' : ''}`, { files: deposit.counts.registered });
  const blocked = (move: SubmitterMove) =>
    (move === 'submit' && (deposit.verdict?.errors ?? 0) > 0) ||
    (move === 'complete' && !stub && deposit.counts.registered === 0);
  const ask = (move: SubmitterMove) =>
    modal.confirm({
      title: label(move),
      content: question(move),
      okText: label(move),
      cancelText: t('action.back'),
      okButtonProps: { danger: move === 'cancel' },
      onOk: () =>
        writes[move]
          .mutateAsync({
            params: { id: deposit.id },
            ifMatch: deposit.version,
            idempotencyKey: `${deposit.id}-${move}-${deposit.version}`,
          })
          .catch((error: unknown) => void message.error(problemText(error, t), 8)),
    });
  return submitterMoves
    .filter((move) => deposit.moves.includes(move))
    .map((move) => (
      <Button
        key={move}
        type={move === 'complete' || move === 'submit' ? 'primary' : 'default'}
        danger={move === 'cancel'}
        disabled={held || blocked(move)}
        loading={writes[move].isPending}
        onClick={() => ask(move)}
      >
        {label(move)}
      </Button>
    ));
};
