namespace CleanIssuing.Application.People;

/// <summary>A browser that a person has signed in with before, as its cookie says.</summary>
/// <param name="Stamp">What the person's credentials were then: after a new password no device is known.</param>
public sealed record KnownDevice(string UserId, string Id, string Stamp);
