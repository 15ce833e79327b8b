import type { OwnCase } from '@geoarchive/contract/cases.ts';
import { caseKindCodes, caseKinds, outcomeName } from '@geoarchive/domain/cases/kinds.ts';
import { caseLifecycle } from '@geoarchive/domain/cases/lifecycle.ts';
import { statesOf } from '@geoarchive/domain/lifecycle.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../i18n/use-language.ts';
import type { Column } from '../list/column.ts';
import { CaseStateTag } from './CaseStateTag.tsx';

/** The columns that every list of cases has. */
export const useCaseColumns = <Row extends OwnCase>(): Column<Row>[] => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  return useMemo(
    () => [
      {
        key: 'number',
        heading: t('cases.number'),
        text: (row) => row.number ?? t('cases.onItsWay'),
        show: (row) => <Link to={`/cases/${row.id}`}>{row.number ?? t('cases.onItsWay')}</Link>,
        width: 190,
      },
      // Beside the number, so that it is in sight on a narrow screen.
      {
        key: 'state',
        heading: t('cases.state'),
        text: (row) =>
          [
            say(caseLifecycle.states[row.state]),
            row.decision && say(outcomeName(row.kind, row.decision.outcome)),
          ]
            .filter((word) => word !== undefined)
            .join(' · '),
        show: (row) => <CaseStateTag of={row.state} />,
        filter: statesOf(caseLifecycle).map((value) => ({ value, label: say(caseLifecycle.states[value]) })),
        filterBy: (row) => row.state,
        width: 130,
      },
      {
        key: 'kind',
        heading: t('cases.kind'),
        text: (row) => say(caseKinds[row.kind].name),
        filter: caseKindCodes.map((value) => ({ value, label: say(caseKinds[value].name) })),
        filterBy: (row) => row.kind,
        width: 90,
      },
      { key: 'title', heading: t('cases.title'), text: (row) => row.title },
      { key: 'subject', heading: t('cases.subject'), text: (row) => row.subject.label },
      {
        key: 'openedAt',
        heading: t('cases.openedAt'),
        text: (row) => time(row.openedAt),
        order: (row) => row.openedAt,
        width: 160,
      },
      {
        key: 'due',
        heading: t('cases.due'),
        text: (row) => (row.due === undefined ? '' : day(row.due)),
        order: (row) => row.due ?? '9999',
        width: 120,
      },
    ],
    [t, say, day, time],
  );
};
