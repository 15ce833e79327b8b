import { bars } from '@geoarchive/contract/routes.ts';
import { type Act, actNames, acts } from '@geoarchive/domain/supervision/eligibility.ts';
import { useRead } from '@geoarchive/frontend-shared/api/hooks.ts';
import { usePerson } from '@geoarchive/frontend-shared/auth/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { reaches } from '@geoarchive/frontend-shared/layout/nav.ts';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { QueryView } from '@geoarchive/frontend-shared/states/QueryView.tsx';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { registerReaders } from '../roles.ts';

type Asked = { organisation: string; act: Act };

/** The answer: may it, why not, and what is overdue in any case. */
const Answer = ({ asked }: { asked: Asked }) => {
  const { t } = useTranslation();
  const { say, day, time } = useLanguage();
  const query = useRead(bars.eligibility, { query: asked });
  const opens = reaches(registerReaders, usePerson()?.roles ?? []);
  return (
    <QueryView query={query}>
      {(of) => (
        <Alert
          type={of.may ? (of.overdue.length > 0 ? 'warning' : 'success') : 'error'}
          showIcon
          role="status"
          title={t(of.may ? 'bars.may' : 'bars.mayNot', {
            organisation: of.organisation,
            act: say(actNames[of.act]),
          })}
          description={
            <>
              {of.reasons.map((reason) => (
                <p key={reason.en}>{say(reason)}</p>
              ))}
              {of.overdue.length > 0 && (
                <ul className="ga-plain-list">
                  {of.overdue.map((task) => (
                    <li key={task.id}>
                      {opens ? <Link to={`/tasks/${task.id}`}>{task.number}</Link> : task.number} {task.name}{' '}
                      · {day(task.due)} · {task.node}
                    </li>
                  ))}
                </ul>
              )}
              {of.more && <p>{t('bars.more')}</p>}
              <p className="ga-soft">{t('bars.asOf', { at: time(of.asOf) })}</p>
            </>
          }
        />
      )}
    </QueryView>
  );
};

/** The question of a registry or a funder: may this party be granted that? */
export const Ask = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [asked, setAsked] = useState<Asked>();
  return (
    <Panel title={t('bars.ask')}>
      <Form<Asked>
        layout="inline"
        initialValues={{ act: 'new-exploration-right' }}
        onFinish={({ organisation, act }) => setAsked({ organisation: organisation.trim(), act })}
      >
        <Form.Item
          name="organisation"
          label={t('bars.organisation')}
          rules={[{ required: true, whitespace: true, message: t('form.required') }]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="act" label={t('bars.act')}>
          <Select
            popupMatchSelectWidth={false}
            options={acts.map((value) => ({ value, label: say(actNames[value]) }))}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {t('bars.askNow')}
        </Button>
      </Form>
      {asked && (
        <div className="ga-form-part">
          <Answer key={`${asked.organisation} ${asked.act}`} asked={asked} />
        </div>
      )}
    </Panel>
  );
};
