// Sends the form that takes a person back to the service; without scripts its button does the same.
document.querySelector("form[data-send]").submit();
