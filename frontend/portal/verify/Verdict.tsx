import type { verification } from '@geoarchive/contract/routes.ts';
import { documentKinds } from '@geoarchive/domain/documents.ts';
import type { ReplyOf } from '@geoarchive/frontend-shared/api/context.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { Facts } from '@geoarchive/frontend-shared/detail/Facts.tsx';
import { DocumentState } from '@geoarchive/frontend-shared/documents/DocumentState.tsx';
import { SaysFacts } from '@geoarchive/frontend-shared/documents/SaysFacts.tsx';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

type Found = ReplyOf<typeof verification.verifyDocument>;

const verdictOf = ({ state, code }: Found): 'void' | 'right' | 'wrong' | 'not-given' =>
  code === 'wrong' ? 'wrong' : state === 'void' ? 'void' : code;
const tones = { void: 'error', wrong: 'error', right: 'success', 'not-given': 'info' } as const;

/** What the check found: first whether the paper can be trusted, then what it must say. */
export const Verdict = ({ found }: { found: Found }) => {
  const { t } = useTranslation();
  const { say, time } = useLanguage();
  const { nodes } = useConfig();
  const node = nodes.find(({ code }) => code === found.node);
  const verdict = verdictOf(found);
  const known = [
    { label: t('documents.number'), value: <strong>{found.number}</strong> },
    { label: t('verify.node'), value: node === undefined ? found.node : say(node.name) },
    { label: t('documents.issuedAt'), value: time(found.issuedAt) },
    {
      label: t('verify.voidedAt'),
      value: found.voidedAt === undefined ? undefined : time(found.voidedAt),
    },
    {
      label: t('verify.replacedBy'),
      value: found.replacedBy && (
        <Link to={`/verify?${new URLSearchParams({ number: found.replacedBy })}`}>{found.replacedBy}</Link>
      ),
    },
  ];
  return (
    <>
      <Alert
        type={tones[verdict]}
        showIcon
        role="status"
        className="ga-notice"
        title={t(`verify.verdicts.${verdict}`)}
        description={t(`verify.meanings.${verdict}`)}
      />
      <Panel title={say(documentKinds[found.kind].name)} extra={<DocumentState of={found.state} />}>
        {found.says === undefined ? (
          <Facts items={known} />
        ) : (
          <SaysFacts
            says={found.says}
            before={known}
            after={[{ label: t('documents.sha256'), value: <code>{found.sha256}</code> }]}
          />
        )}
      </Panel>
    </>
  );
};
