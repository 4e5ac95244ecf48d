// Before the page is drawn: Vue sets a property where it finds one, and else an attribute, of which "false" is a text.
import '@fulian/elements/client';
import '@fulian/elements/help-form';
import '@fulian/elements/case-tracker';
import '@fulian/elements/service-map';
import '@fulian/elements/quick-exit';
import { createApp } from 'vue';
import App from './App.vue';
import './style.css';

createApp(App).mount('#app');
