// Until it is asked, office.js connects no handler.
Office.onReady();
