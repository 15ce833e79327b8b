import { rules } from '@geoarchive/contract/routes.ts';
import type { EditedRoutingRule } from '@geoarchive/contract/rules.ts';
import { dayOf } from '@geoarchive/domain/dates.ts';
import { receiverNames } from '@geoarchive/domain/supervision/routing.ts';
import { useWrite } from '@geoarchive/frontend-shared/api/hooks.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { useTranslation } from 'react-i18next';
import { Recompute } from './Recompute.tsx';
import { RoutingFields } from './RoutingFields.tsx';
import { RuleView } from './RuleView.tsx';
import { routingDraftOf, routingFormOf } from './routing-draft.ts';
import { VersionEditor } from './VersionEditor.tsx';
import type { RuleVersions } from './versions.ts';
import { useRuleWords } from './words.ts';

type EditorProps = { of: EditedRoutingRule; onPublished: (rule: EditedRoutingRule) => void };
const Editor = ({ of, onPublished }: EditorProps) => {
  const { t } = useTranslation();
  return (
    <VersionEditor
      of={of}
      first={{ ...routingFormOf(of), from: dayOf(new Date()), to: '' }}
      draftOf={routingDraftOf}
      Fields={RoutingFields}
      tryHint={t('rules.tryHint')}
      trial={useWrite(rules.tryRouting)}
      publish={useWrite(rules.addRoutingVersion)}
      onPublished={onPublished}
    />
  );
};

/** A rule of routing: who receives what. */
export const RoutingRule = ({ of }: { of: RuleVersions<EditedRoutingRule> }) => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const words = useRuleWords();
  return (
    <RuleView
      of={of}
      facts={[]}
      columns={[
        { key: 'order', title: t('rules.order'), show: ({ order }) => order, width: 70 },
        { key: 'when', title: t('rules.when'), show: ({ when }) => words.routing(when), width: 260 },
        {
          key: 'receiver',
          title: t('rules.to'),
          show: ({ receiver }) => say(receiverNames[receiver]),
          width: 200,
        },
      ]}
      Editor={Editor}
      published={(version) => <Recompute version={version} />}
    />
  );
};
