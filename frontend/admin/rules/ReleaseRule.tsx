import { rules } from '@geoarchive/contract/routes.ts';
import type { EditedReleaseRule } from '@geoarchive/contract/rules.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { taskSourceNames } from '@geoarchive/domain/publication.ts';
import { releaseStartNames } from '@geoarchive/domain/release-rules.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { ReleaseFields } from './ReleaseFields.tsx';
import { RuleView } from './RuleView.tsx';
import { releaseDraftOf, releaseFormOf } from './release-draft.ts';
import { VersionEditor } from './VersionEditor.tsx';
import type { RuleVersions } from './versions.ts';
import { useRuleWords } from './words.ts';

type EditorProps = { of: EditedReleaseRule; onPublished: (rule: EditedReleaseRule) => void };
const Editor = ({ of, onPublished }: EditorProps) => {
  const { t } = useTranslation();
  return (
    <VersionEditor
      of={of}
      first={{ ...releaseFormOf(of), from: dayOf(new Date()), to: '' }}
      draftOf={releaseDraftOf}
      Fields={ReleaseFields}
      tryHint={t('rules.tryReleaseHint')}
      trial={useWrite(rules.tryRelease)}
      publish={useWrite(rules.addReleaseVersion)}
      onPublished={onPublished}
    />
  );
};

/** A rule of publication: from when and until when data become public. */
export const ReleaseRule = ({ of }: { of: RuleVersions<EditedReleaseRule> }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const words = useRuleWords();
  const { sources, counted } = of.counts;
  return (
    <RuleView
      of={of}
      facts={[
        { label: t('registers.kind'), value: sources.map((one) => say(taskSourceNames[one])).join('、') },
        { label: t('rules.earliest'), value: say(releaseStartNames[counted]) },
      ]}
      columns={[
        { key: 'latest', title: t('rules.latest'), show: ({ latest }) => words.effect(latest), width: 200 },
      ]}
      Editor={Editor}
      published={(version) => (
        <Alert
          type="success"
          showIcon
          role="status"
          className="ga-notice"
          title={t('rules.published', { version })}
          description={t('rules.releasePublishedHint')}
        />
      )}
    />
  );
};
