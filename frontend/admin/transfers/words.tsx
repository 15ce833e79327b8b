import type { Transfer } from '@geoarchive/contract/transfers.ts';
import { exemptionGrounds } from '@geoarchive/domain/transfer/transfer.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** The name of an archive by its code. */
export const useArchiveName = (): ((code: string) => string) => {
  const { say } = useLanguage();
  const { nodes } = useConfig();
  return useCallback(
    (code) => {
      const name = nodes.find((one) => one.code === code)?.name;
      return name === undefined ? code : say(name);
    },
    [nodes, say],
  );
};

/** Whether a dossier is of the reader's own archive; of another it is read only, since it was transferred. The ministry is at home in all. */
export const useHome = ({ node }: { node: string }): boolean => {
  const person = usePerson();
  return person?.node === node || person?.roles.includes('MINISTRY_ADMIN') === true;
};

/** Why a transfer stands as it does, in words: the ground of its exemption, or why it was refused. */
export const useWhy = (): ((of: Transfer) => string) => {
  const { say } = useLanguage();
  return useCallback(
    ({ state, exempted, refused }) => {
      if (state === 'exempt' && exempted !== undefined)
        return `${say(exemptionGrounds[exempted.ground])} · ${exempted.reason}`;
      return state === 'refused' ? (refused?.reason ?? '') : '';
    },
    [say],
  );
};

/** The day a transfer is due on, and whether it has passed. */
export const Due = ({ of }: { of: Transfer }) => {
  const { t } = useTranslation();
  const { day } = useLanguage();
  return of.late ? (
    <strong className="ga-attention">{t('transfers.late', { on: day(of.due) })}</strong>
  ) : (
    day(of.due)
  );
};

/** The dossier by its number, as a link for those who may open it. */
export const DossierNumber = ({ of }: { of: Transfer }) =>
  of.readable ? <Link to={`/dossiers/${of.dossierId}`}>{of.archiveNumber}</Link> : of.archiveNumber;

/** The list that a transfer stands on. */
export const ListLink = ({ of }: { of: Transfer }) =>
  of.sent === undefined ? null : <Link to={`/transfers/lists/${of.sent.listId}`}>{of.sent.list}</Link>;
