import type { CodeListHead } from '@geoarchive/contract/codes.ts';
import type { ReplyOf } from '@geoarchive/contract/route.ts';
import { codes } from '@geoarchive/contract/routes.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';

export type Done = ReplyOf<typeof codes.listCodeEdits>['items'][number];

/** A change in words. */
export const useEditText = () => {
  const { t } = useTranslation();
  const { say, day } = useLanguage();
  return ({ act, edit }: Pick<Done, 'act' | 'edit'>): string => {
    if (edit === undefined) return t('codes.did.reset');
    const { slug } = edit;
    const said =
      edit.kind === 'retire'
        ? t('codes.did.retire', { slug, day: day(edit.to), next: edit.replacedBy.join('、') || '—' })
        : edit.kind === 'rename'
          ? t('codes.did.rename', { slug, name: say(edit.name), day: day(edit.from) })
          : t('codes.did.add', { slug, name: say(edit.name) });
    return act === 'undo' ? t('codes.did.undo', { what: said }) : said;
  };
};

/** Who changed a list when, how and why; what counts can be taken back. */
export const Edits = ({
  list,
  onUndo,
}: {
  list: CodeListHead['id'];
  onUndo: ((done: Done) => void) | undefined;
}) => {
  const { t } = useTranslation();
  const { time } = useLanguage();
  const text = useEditText();
  const query = useRead(codes.listCodeEdits, { params: { list } });
  return (
    <Panel title={t('codes.edits')}>
      <QueryView query={query} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="ga-soft">{t('codes.noEdits')}</p>
          ) : (
            <ul className="ga-rows">
              {items.map((done) => (
                <li key={`${done.at} ${done.act} ${done.number}`}>
                  <Flex justify="space-between" align="center" gap={12} wrap>
                    <span>
                      {text(done)}
                      <span className="ga-soft">
                        {' '}
                        · {time(done.at)} · {done.by} · {done.reason}
                        {done.standing === 'passed-over' && ` · ${t('codes.passedOver')}`}
                      </span>
                    </span>
                    {done.standing !== undefined && onUndo !== undefined && (
                      <Button
                        size="small"
                        aria-label={t('codes.undoOf', { what: text(done) })}
                        onClick={() => onUndo(done)}
                      >
                        {t('codes.undo')}
                      </Button>
                    )}
                  </Flex>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Panel>
  );
};
