import type { Agreement } from '@geoarchive/contract/custody-agreements.ts';
import { custodyAgreements } from '@geoarchive/contract/routes.ts';
import { agreementLifecycle } from '@geoarchive/domain/custody/agreement.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { TextDialog } from '@geoarchive/frontend-shared/cases/TextDialog.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { AgreementDialog } from './AgreementDialog.tsx';

type Act = Exclude<Agreement['moves'][number], 'renew'>;
const isAct = (move: string): move is Act => move !== 'renew';

/** What one may do with an agreement now: change it, renew it, move it. */
export const MoveAgreement = ({ of }: { of: Agreement }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const go = useNavigate();
  const id = useId();
  const move = useWrite(custodyAgreements.moveAgreement);
  const [asked, setAsked] = useState<Act>();
  const [drafting, setDrafting] = useState<'edit' | 'renew'>();
  const [by, setBy] = useState('');
  const [to, setTo] = useState('');
  const [plan, setPlan] = useState('');
  const label = (one: Act) => say(agreementLifecycle.moves[one].label);
  const open = (one: Act | undefined) => {
    move.reset();
    setAsked(one);
  };
  const ends = asked === 'end';
  const field = (name: string, input: (fieldId: string) => React.ReactNode) => (
    <>
      <label htmlFor={`${id}${name}`} className="ga-label">
        {t(`custody.handBack.${name}`)}
      </label>
      {input(`${id}${name}`)}
    </>
  );
  return (
    <>
      {of.mayEdit && <Button onClick={() => setDrafting('edit')}>{t('custody.edit')}</Button>}
      {of.moves.includes('end') && of.successor === undefined && (
        <Button onClick={() => setDrafting('renew')}>{t('custody.renew')}</Button>
      )}
      {of.moves.filter(isAct).map((one) => (
        <Button key={one} onClick={() => open(one)}>
          {label(one)}
        </Button>
      ))}
      {drafting !== undefined && (
        <AgreementDialog
          of={of}
          renews={drafting === 'renew'}
          onDone={(made) => {
            setDrafting(undefined);
            void go(`/custody/agreements/${made}`);
          }}
          onClose={() => setDrafting(undefined)}
        />
      )}
      {asked !== undefined && (
        <TextDialog
          title={label(asked)}
          label={t('custody.remark')}
          error={move.error}
          busy={move.isPending}
          danger={asked === 'drop' || ends}
          onSend={async (text) => {
            const handBack = { plan, by, to };
            await move.mutateAsync({
              params: { id: of.id },
              body: { move: asked, text, ...(ends && plan !== '' && by !== '' && to !== '' && { handBack }) },
              ifMatch: of.version,
            });
            open(undefined);
          }}
          onClose={() => open(undefined)}
        >
          {ends && (
            <>
              {field('plan', (fieldId) => (
                <Input.TextArea
                  id={fieldId}
                  rows={3}
                  value={plan}
                  onChange={(e) => setPlan(e.target.value)}
                />
              ))}
              {field('by', (fieldId) => (
                <Input id={fieldId} type="date" value={by} onChange={(e) => setBy(e.target.value)} />
              ))}
              {field('to', (fieldId) => (
                <Input id={fieldId} value={to} onChange={(e) => setTo(e.target.value)} />
              ))}
            </>
          )}
        </TextDialog>
      )}
    </>
  );
};
