import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useLayoutEffect } from 'react';
import { useLanguage } from '../i18n/use-language.ts';
import { antdTheme } from '../theme/antd.ts';
import { cssVariables } from '../theme/css-variables.ts';
import { useCalm } from '../theme/use-calm.ts';
import { useMode } from '../theme/use-mode.ts';

/** Colours, component texts and messages for everything inside. */
export const Looks = ({ children }: { children: ReactNode }) => {
  const { language } = useLanguage();
  const { mode } = useMode();
  const calm = useCalm();
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    for (const [name, value] of Object.entries({ ...cssVariables(mode), '--ga-scheme': mode }))
      style.setProperty(name, value);
  }, [mode]);
  return (
    <ConfigProvider
      theme={antdTheme(mode, calm)}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
    >
      <App>{children}</App>
    </ConfigProvider>
  );
};
