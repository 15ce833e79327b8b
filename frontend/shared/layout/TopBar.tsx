import { MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../i18n/use-language.ts';
import { Logo } from '../theme/Logo.tsx';
import { useMode } from '../theme/use-mode.ts';

/** The bar over every page: mark and name, what the site puts there, language and colours. */
export const TopBar = ({ children, end }: { children?: ReactNode; end?: ReactNode }) => {
  const { t } = useTranslation();
  const { language, change } = useLanguage();
  const { mode, toggle } = useMode();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <header className="ga-bar">
      <Link to="/" className="ga-brand">
        <Logo />
        <span className="ga-brand-text">
          <strong>{t('site.name')}</strong>
          <small>{t('site.role')}</small>
        </span>
      </Link>
      <div className="ga-bar-middle">{children}</div>
      <Button type="text" className="ga-bar-button" onClick={() => void change(other)} lang={other}>
        {t('language.other')}
      </Button>
      <Button
        type="text"
        className="ga-bar-button"
        onClick={toggle}
        aria-label={t(mode === 'dark' ? 'theme.light' : 'theme.dark')}
        icon={mode === 'dark' ? <SunOutlined /> : <MoonOutlined />}
      />
      {end}
    </header>
  );
};
