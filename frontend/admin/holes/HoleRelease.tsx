import type { HoleView } from '@geoarchive/contract/holes.ts';
import { holes } from '@geoarchive/contract/routes.ts';
import { type PartKind, partKinds } from '@geoarchive/domain/subsurface/hole.ts';
import { holeLifecycle } from '@geoarchive/domain/subsurface/release.ts';
import { childTables } from '@geoarchive/domain/subsurface/tables.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { StateTag } from '@geoarchive/frontend-shared/detail/StateTag.tsx';
import { ReasonDialog } from '@geoarchive/frontend-shared/form/ReasonDialog.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Button, Checkbox, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bars } from '../dossier/Bars.tsx';
import { holeTones } from './columns.tsx';

type Dialog = 'propose' | 'refuse' | 'withdraw';

/** Release of a hole: what stands against it, and who proposes and who decides. */
export const HoleRelease = ({ hole }: { hole: HoleView }) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const person = usePerson();
  const [dialog, setDialog] = useState<Dialog>();
  const propose = useWrite(holes.proposeHole);
  const approve = useWrite(holes.approveHole);
  const refuse = useWrite(holes.refuseHole);
  const withdraw = useWrite(holes.withdrawHole);
  const { id, state, moves, bars, proposal, counts, version } = hole;
  const open = partKinds.filter((kind) => counts[kind] > 0 && (bars.parts[kind] ?? []).length === 0);
  const [parts, setParts] = useState<readonly PartKind[]>(open);
  const nameOf = (kind: PartKind) => (kind === 'logs' ? t('hole.logs') : say(childTables[kind].title));
  const own = proposal !== undefined && proposal.by === person?.id;
  const close = () => setDialog(undefined);
  const one = { params: { id }, ifMatch: version };
  const send = (reason: string): Promise<unknown> =>
    dialog === 'propose'
      ? propose.mutateAsync({ ...one, body: { parts: [...parts], reason } })
      : dialog === 'refuse'
        ? refuse.mutateAsync({ ...one, body: { reason } })
        : withdraw.mutateAsync({ ...one, body: { reason } });
  const writes = { propose, refuse, withdraw };
  const barred = bars.header.length > 0;
  return (
    <Panel
      title={t('release.title')}
      extra={<StateTag tone={holeTones[state]}>{say(holeLifecycle.states[state])}</StateTag>}
    >
      {barred && <Bars title={t('holes.barred')} bars={bars.header} />}
      {!barred &&
        partKinds.map((kind) => {
          const of = bars.parts[kind] ?? [];
          return of.length === 0 ? null : (
            <Bars key={kind} title={t('holes.partBarred', { part: nameOf(kind) })} bars={of} />
          );
        })}
      {proposal !== undefined && (
        <p>
          {t('holes.proposed', {
            by: proposal.byName,
            at: time(proposal.at),
            parts: proposal.parts.map(nameOf).join('、') || t('holes.headerOnly'),
            reason: proposal.reason,
          })}
        </p>
      )}
      {(state === 'releasing' || state === 'withdrawing') && <p>{t('holes.underWay')}</p>}
      {state === 'released' && (
        <p>
          {t('holes.released', {
            parts: hole.releasedParts.map(nameOf).join('、') || t('holes.headerOnly'),
          })}
        </p>
      )}
      {approve.error !== null && <ProblemAlert error={approve.error} />}
      {own && moves.includes('approve') && <p className="ga-soft">{t('release.otherPerson')}</p>}
      <Flex gap={8} wrap>
        {moves.includes('propose') && !barred && (
          <Button type="primary" onClick={() => setDialog('propose')}>
            {t('release.propose')}
          </Button>
        )}
        {moves.includes('approve') && !own && (
          <>
            <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate(one)}>
              {t('release.approve')}
            </Button>
            <Button onClick={() => setDialog('refuse')}>{t('release.refuse')}</Button>
          </>
        )}
        {moves.includes('withdraw') && (
          <Button danger onClick={() => setDialog('withdraw')}>
            {t('release.withdraw')}
          </Button>
        )}
      </Flex>
      {dialog !== undefined && (
        <ReasonDialog
          title={t(`release.${dialog}`)}
          lead={t(`holes.${dialog}Lead`)}
          label={t('holes.reason')}
          act={t(`release.${dialog}`)}
          gentle={dialog === 'propose'}
          write={writes[dialog]}
          onAct={send}
          onClose={close}
        >
          {dialog === 'propose' && open.length > 0 && (
            <fieldset className="ga-plain-list">
              <legend>{t('holes.parts')}</legend>
              {open.map((kind) => (
                <Checkbox
                  key={kind}
                  checked={parts.includes(kind)}
                  onChange={({ target }) =>
                    setParts(target.checked ? [...parts, kind] : parts.filter((part) => part !== kind))
                  }
                >
                  {nameOf(kind)}
                </Checkbox>
              ))}
            </fieldset>
          )}
        </ReasonDialog>
      )}
    </Panel>
  );
};
