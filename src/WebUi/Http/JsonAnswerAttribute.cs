namespace CleanIssuing.WebUi.Http;

/// <summary>What goes wrong at this address is told as JSON, whatever the caller accepts.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal class JsonAnswerAttribute : Attribute;
