/* Before json2.js, which only steps in where there is none. */
window.JSON = {};
