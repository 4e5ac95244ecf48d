import '@fulian/elements/case-tracker';
import '@fulian/elements/client';
import '@fulian/elements/help-form';
import '@fulian/elements/quick-exit';
import '@fulian/elements/service-map';
import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app.js';

bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] }).catch((error: unknown) => {
  console.error(error);
});
