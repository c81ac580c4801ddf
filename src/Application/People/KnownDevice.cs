namespace CleanIssuing.Application.People;

/// <summary>A browser that a person has signed in with before, as its cookie says.</summary>
public sealed record KnownDevice(string UserId, string Id);
