namespace CleanIssuing.WebUi.Http;

/// <summary>An address that the portal's own scripts call: JSON answers, and the antiforgery token in a header.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class JsonEndpointAttribute : JsonAnswerAttribute
{
    /// <summary>Such a script sends a few ids.</summary>
    public const int LargestBody = 16 * 1024;
}
