import '@fulian/elements/client';
import '@fulian/elements/help-form';
import '@fulian/elements/quick-exit';
import '@fulian/elements/service-map';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import './style.css';

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
