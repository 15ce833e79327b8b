import type { HoldingList } from '@geoarchive/contract/custody-holdings.ts';
import { custodyHoldings } from '@geoarchive/contract/routes.ts';
import { handInFor, holdingListLifecycle } from '@geoarchive/domain/custody/holding.ts';
import type { Bilingual } from '@geoarchive/domain/text.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** What a move of a list is called; what an authority hands in for a custodian says so. */
export const listMove = (move: HoldingList['moves'][number], onBehalf: boolean | undefined): Bilingual =>
  move === 'hand-in' && onBehalf === true ? handInFor : holdingListLifecycle.moves[move].label;

/** Hands a list in, accepts it or sends it back, each with a remark. */
export const MoveList = ({ of }: { of: HoldingList }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const write = useWrite(custodyHoldings.moveHoldingList);
  const [asked, setAsked] = useState<HoldingList['moves'][number]>();
  const open = (move: typeof asked) => {
    write.reset();
    setAsked(move);
  };
  return (
    <>
      {of.moves.map((move) => (
        <Button key={move} onClick={() => open(move)}>
          {say(listMove(move, of.onBehalf))}
        </Button>
      ))}
      {asked !== undefined && (
        <TextDialog
          title={say(listMove(asked, of.onBehalf))}
          label={t(asked === 'hand-in' && of.onBehalf ? 'custody.onPaper' : 'custody.remark')}
          error={write.error}
          busy={write.isPending}
          onSend={async (text) => {
            const params = { custodian: of.node, period: of.period };
            await write.mutateAsync({ params, body: { move: asked, text }, ifMatch: of.version });
            open(undefined);
          }}
          onClose={() => open(undefined)}
        />
      )}
    </>
  );
};
