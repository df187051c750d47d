(()=>{var e=document.querySelector("[data-leave]");(e==null?void 0:e.tagName)==="FORM"?e.requestSubmit?e.requestSubmit():e.submit():e&&location.replace(e.href);})();
