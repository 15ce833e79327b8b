import type { Register } from '@geoarchive/contract/supervision.ts';
import { taskSourceNames } from '@geoarchive/domain/publication.ts';
import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RegisterArea } from '../registers/RegisterArea.tsx';
import { type Block, blocksOf, questionAt } from './licence-areas.ts';

const Questions = ({ blocks, portal }: { blocks: readonly Block[]; portal: string }) => {
  const { t } = useTranslation();
  return (
    <ul className="ga-rows">
      {blocks.map((block, at) => (
        <li key={block.text}>
          <a href={questionAt(portal, block)} target="_blank" rel="noreferrer">
            {t('drilling.look', { no: at + 1 })}
          </a>
          {block.boxed && <span className="ga-soft"> {t('drilling.boxed')}</span>}
        </li>
      ))}
    </ul>
  );
};

/** A licence or project with its area, block by block with the way to what is public there. */
export const Licence = ({ of }: { of: Register }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { portal } = useConfig();
  const { blocks, fault } = blocksOf(of.area ?? []);
  return (
    <Panel title={of.name} extra={<Link to={`/registers/${of.id}`}>{t('drilling.entry')}</Link>}>
      <p className="ga-soft">
        {say(taskSourceNames[of.kind])} <code>{of.number}</code>
      </p>
      {fault !== undefined && <p className="ga-fault">{say(fault)}</p>}
      {fault === undefined && blocks.length === 0 && <p className="ga-soft">{t('drilling.noArea')}</p>}
      {blocks.length > 0 && (
        <>
          {portal === undefined ? (
            <p className="ga-fault">{t('drilling.noPortal')}</p>
          ) : (
            <Questions blocks={blocks} portal={portal} />
          )}
          <RegisterArea area={of.area ?? []} />
        </>
      )}
    </Panel>
  );
};
