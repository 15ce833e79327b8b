import type { HoleView } from '@geoarchive/contract/holes.ts';
import { holes } from '@geoarchive/contract/routes.ts';
import { type Secrecy, secrecyLevels, secrecyNames } from '@geoarchive/domain/secrecy.ts';
import { type PartKind, partKinds } from '@geoarchive/domain/subsurface/hole.ts';
import { childTables } from '@geoarchive/domain/subsurface/tables.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { ProblemAlert } from '@geoarchive/frontend-shared/problem/ProblemAlert.tsx';
import { Button, Flex, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { holeLimiters } from '../roles.ts';

type Limits = HoleView['limits'];
type Body = { limits: Limits; dossierId?: string };
const gid = /^[0-9A-HJKMNP-TV-Z]{26}$/i;

/** Limits without those that say nothing. */
const filled = (limits: Limits): Limits =>
  Object.fromEntries(
    Object.entries(limits).flatMap(([kind, limit]) => {
      const { secrecy, protectedUntil } = limit ?? {};
      const said = {
        ...(secrecy === undefined ? {} : { secrecy }),
        ...(protectedUntil === undefined ? {} : { protectedUntil }),
      };
      return Object.keys(said).length === 0 ? [] : [[kind, said]];
    }),
  );

type RowProps = { kind: PartKind; limits: Limits; onChange: (limits: Limits) => void; disabled: boolean };
const One = ({ kind, limits, onChange, disabled }: RowProps) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const id = useId();
  const { secrecy, protectedUntil } = limits[kind] ?? {};
  const name = kind === 'logs' ? t('hole.logs') : say(childTables[kind].title);
  return (
    <fieldset className="ga-fieldset">
      <legend>{name}</legend>
      <Flex gap={12} wrap>
        <span className="ga-field">
          <label htmlFor={`${id}-secrecy`}>{t('holes.limits.secrecy')}</label>
          <Select<Secrecy | ''>
            id={`${id}-secrecy`}
            disabled={disabled}
            value={secrecy ?? ''}
            style={{ width: 150 }}
            onChange={(value) =>
              onChange({ ...limits, [kind]: { protectedUntil, secrecy: value === '' ? undefined : value } })
            }
            options={[
              { value: '', label: t('holes.limits.asHole') },
              ...secrecyLevels.map((value) => ({ value, label: say(secrecyNames[value]) })),
            ]}
          />
        </span>
        <span className="ga-field">
          <label htmlFor={`${id}-until`}>{t('holes.limits.until')}</label>
          <Input
            id={`${id}-until`}
            type="date"
            disabled={disabled}
            value={protectedUntil ?? ''}
            style={{ width: 170 }}
            onChange={({ target }) =>
              onChange({
                ...limits,
                [kind]: { secrecy, protectedUntil: target.value === '' ? undefined : target.value },
              })
            }
          />
        </span>
      </Flex>
    </fieldset>
  );
};

type FormProps = { hole: HoleView; saving: boolean; onSave: (body: Body) => void };
const Form = ({ hole, saving, onSave }: FormProps) => {
  const { t } = useTranslation();
  const id = useId();
  const may = reaches(holeLimiters, usePerson()?.roles ?? []);
  const [limits, setLimits] = useState<Limits>(hole.limits);
  const [dossier, setDossier] = useState(hole.dossierId ?? '');
  const kinds = partKinds.filter((kind) => hole.counts[kind] > 0 || hole.limits[kind] !== undefined);
  const wrong = dossier !== '' && !gid.test(dossier);
  const changed =
    dossier !== (hole.dossierId ?? '') ||
    JSON.stringify(filled(limits)) !== JSON.stringify(filled(hole.limits));
  const save = () => onSave({ limits: filled(limits), ...(dossier === '' ? {} : { dossierId: dossier }) });
  return (
    <>
      {kinds.length === 0 && <p>{t('holes.limits.none')}</p>}
      <div className="ga-fields">
        {kinds.map((kind) => (
          <One key={kind} kind={kind} limits={limits} onChange={setLimits} disabled={!may} />
        ))}
      </div>
      <Flex gap={12} wrap align="flex-end" style={{ marginTop: 12 }}>
        <span className="ga-field">
          <label htmlFor={id}>{t('holes.limits.dossier')}</label>
          <Input
            id={id}
            disabled={!may}
            value={dossier}
            maxLength={26}
            style={{ width: 280 }}
            {...(wrong ? { status: 'error' as const, 'aria-invalid': true } : {})}
            onChange={({ target }) => setDossier(target.value.trim().toUpperCase())}
          />
        </span>
        {hole.dossierId !== undefined && (
          <Link to={`/dossiers/${hole.dossierId}`}>{t('holes.limits.toDossier')}</Link>
        )}
        {may && (
          <Button type="primary" disabled={!changed || wrong} loading={saving} onClick={save}>
            {t('holes.limits.save')}
          </Button>
        )}
      </Flex>
      {wrong && <p className="ga-fault">{t('holes.limits.wrongDossier')}</p>}
    </>
  );
};

/** Secrecy and protection by kind of data, and the dossier the hole belongs to; for who may set them a form, else what is set. */
export const HoleLimits = ({ hole }: { hole: HoleView }) => {
  const { t } = useTranslation();
  const write = useWrite(holes.setHoleLimits);
  const { id, version } = hole;
  return (
    <Panel title={t('holes.limits.title')}>
      <p className="ga-soft">{t('holes.limits.lead')}</p>
      <Form
        // What others changed meanwhile is shown, and not written over unseen.
        key={version}
        hole={hole}
        saving={write.isPending}
        onSave={(body) => write.mutate({ params: { id }, ifMatch: version, body })}
      />
      {write.isSuccess && <p role="status">{t('holes.limits.saved')}</p>}
      {write.error !== null && <ProblemAlert error={write.error} />}
    </Panel>
  );
};
