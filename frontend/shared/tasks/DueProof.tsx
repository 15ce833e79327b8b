import type { Task } from '@geoarchive/contract/shared.ts';
import type { Reckoning, TaskBasis } from '@geoarchive/contract/supervision-parts.ts';
import { provinces } from '@geoarchive/domain/regions.ts';
import { dueGroundNames } from '@geoarchive/domain/supervision/due-grounds.ts';
import { useTranslation } from 'react-i18next';
import { dataKindNames } from '../codes/names.ts';
import { useConfig } from '../config/context.ts';
import { Facts } from '../detail/Facts.tsx';
import { useLanguage } from '../i18n/use-language.ts';
import { reckoningWords } from './reckoning.ts';

/** What follows from the registers: the reckoning that decides, those beside it, who receives. */
const Reckoned = ({ of }: { of: TaskBasis }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { nodes } = useConfig();
  const words = (of: Reckoning) => reckoningWords({ t, say }, of);
  const { decides, beside, receiver } = of.proof;
  const node = nodes.find(({ code }) => code === receiver.node);
  const province = (code: string) => {
    const found = provinces[`${code}0000`];
    return found === undefined ? code : say(found);
  };
  return (
    <Facts
      items={[
        { label: t('proof.reckonedDue'), value: words(decides) },
        {
          label: t('proof.beside'),
          value:
            beside.length === 0 ? undefined : (
              <>
                {beside.map((one) => (
                  <div key={`${one.rule} ${one.on}`}>{words(one)}</div>
                ))}
                <div className="ga-soft">{t('proof.earliest')}</div>
              </>
            ),
        },
        {
          label: t('proof.receiver'),
          value: [
            t(receiver.name === undefined ? 'proof.received' : 'proof.receivedBy', {
              node: node === undefined ? receiver.node : `${say(node.name)}（${receiver.node}）`,
              reference: say(receiver.reference),
              rule: receiver.rule,
              version: receiver.version,
              name: receiver.name && say(receiver.name),
            }),
            ...(receiver.instead === undefined
              ? []
              : [t('proof.instead', { province: province(receiver.instead) })]),
            ...(receiver.forwardsTo.length === 0
              ? []
              : [t('proof.forwards', { provinces: receiver.forwardsTo.map(province).join('、') })]),
          ].join(' '),
        },
        { label: t('proof.needs'), value: of.needs.map((kind) => say(dataKindNames[kind])).join('、') },
        { label: t('proof.register'), value: `${of.registerNumber} · ${of.subject}` },
      ]}
    />
  );
};

/**
 * Why a task is due when it is and who receives it, in plain words. A day that the authority decided stands first, with the day that
 * would count without it.
 */
export const DueProof = ({ of: { basis, decided } }: { of: Pick<Task, 'basis' | 'decided'> }) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  return (
    <>
      {decided !== undefined && (
        <p>
          {t('proof.decided', {
            due: decided.due,
            reckoned: decided.reckoned,
            ground: say(dueGroundNames[decided.ground]),
            reason: decided.reason,
            by: decided.by,
            at: time(decided.at),
          })}
        </p>
      )}
      {basis !== undefined && <Reckoned of={basis} />}
    </>
  );
};
