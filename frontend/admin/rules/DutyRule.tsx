import { rules } from '@geoarchive/contract/routes.ts';
import type { EditedRule } from '@geoarchive/contract/rules.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { taskSourceNames } from '@geoarchive/domain/publication.ts';
import { occasionNames } from '@geoarchive/domain/supervision/occasions.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { dataKindNames } from '@geoarchive/frontend-shared/codes/names.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useTranslation } from 'react-i18next';
import { draftFrom, draftOf, formOf } from './draft.ts';
import { Recompute } from './Recompute.tsx';
import { RuleFields } from './RuleFields.tsx';
import { RuleView } from './RuleView.tsx';
import { VersionEditor } from './VersionEditor.tsx';
import type { RuleVersions } from './versions.ts';
import { useRuleWords } from './words.ts';

type EditorProps = { of: EditedRule; onPublished: (rule: EditedRule) => void };
const Editor = ({ of, onPublished }: EditorProps) => {
  const { t } = useTranslation();
  return (
    <VersionEditor
      of={of}
      first={formOf({ ...draftFrom(of), from: dayOf(new Date()) })}
      draftOf={draftOf}
      Fields={RuleFields}
      tryHint={t('rules.tryHint')}
      trial={useWrite(rules.tryRule)}
      publish={useWrite(rules.addRuleVersion)}
      onPublished={onPublished}
    />
  );
};

/** A rule of due dates. */
export const DutyRule = ({ of }: { of: RuleVersions<EditedRule> }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const words = useRuleWords();
  const { sources, occasion } = of.counts;
  return (
    <RuleView
      of={of}
      facts={[
        { label: t('registers.kind'), value: sources.map((one) => say(taskSourceNames[one])).join('、') },
        { label: t('rules.occasion'), value: say(occasionNames[occasion]) },
      ]}
      columns={[
        { key: 'effect', title: t('rules.effect'), show: ({ effect }) => words.effect(effect), width: 170 },
        { key: 'when', title: t('rules.when'), show: ({ when }) => words.when(when), width: 150 },
        {
          key: 'needs',
          title: t('rules.needs'),
          show: ({ needs }) => needs.map((one) => say(dataKindNames[one])).join('、'),
          width: 150,
        },
      ]}
      Editor={Editor}
      published={(version) => <Recompute version={version} />}
    />
  );
};
