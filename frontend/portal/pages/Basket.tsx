import { useConfig } from '@geoarchive/frontend-shared/config/context.ts';
import { useLanguage } from '@geoarchive/frontend-shared/i18n/use-language.ts';
import { Page } from '@geoarchive/frontend-shared/layout/Page.tsx';
import { Panel } from '@geoarchive/frontend-shared/layout/Panel.tsx';
import { Empty } from '@geoarchive/frontend-shared/states/states.tsx';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { requestLinks, useBasket } from '../basket/basket.ts';

/** What somebody means to ask for, by archive, and the way to the site where it is asked for. */
const Basket = () => {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const { nodes, submit } = useConfig();
  const basket = useBasket();
  const nameOf = (code: string) => {
    const found = nodes.find((node) => node.code === code);
    return found === undefined ? code : say(found.name);
  };
  return (
    <Page title={t('nav.basket')} lead={t('basket.lead')}>
      {basket.items.length === 0 && <Empty title={t('basket.empty')} hint={t('basket.emptyHint')} />}
      {basket.items.length > 0 && submit === undefined && (
        <Alert type="warning" showIcon className="ga-notice" title={t('basket.noSite')} />
      )}
      {requestLinks(submit ?? '', basket.items).map(({ node, items, href }) => (
        <Panel
          key={href}
          title={nameOf(node)}
          extra={
            submit !== undefined && (
              <Button type="primary" href={href}>
                {t('basket.ask')}
              </Button>
            )
          }
        >
          <ul className="ga-plain-list">
            {items.map(({ id, title }) => (
              <li key={id}>
                <Link to={`/records/${id}`}>{title}</Link>{' '}
                <Button
                  size="small"
                  aria-label={t('basket.removeOf', { title })}
                  onClick={() => basket.remove(id)}
                >
                  {t('basket.remove')}
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </Page>
  );
};
export default Basket;
