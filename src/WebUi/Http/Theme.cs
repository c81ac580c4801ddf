namespace CleanIssuing.WebUi.Http;

/// <summary>The colours that a person chose for this browser; what the browser itself prefers where they chose none.</summary>
public enum Theme
{
    System,
    Light,
    Dark,
}
