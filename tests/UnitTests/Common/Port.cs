using System.Reflection;

namespace CleanIssuing.UnitTests.Common;

/// <summary>A port in memory that answers what a test says, and nothing else.</summary>
public class Port : DispatchProxy
{
    private Dictionary<string, object?> _answers = [];

    /// <param name="answers">What its methods answer at once or, where they are asynchronous, later: by their names.</param>
    internal static T Of<T>(params (string Method, object? Answer)[] answers)
        where T : class
    {
        var port = Create<T, Port>();
        ((Port)(object)port)._answers = answers.ToDictionary(a => a.Method, a => a.Answer);
        return port;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        _answers.TryGetValue(targetMethod!.Name, out var answer)
            ? answer
            : throw new InvalidOperationException($"Nobody expected {targetMethod.DeclaringType!.Name}.{targetMethod.Name}.");
}
