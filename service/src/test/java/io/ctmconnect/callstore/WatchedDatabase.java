package io.ctmconnect.callstore;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

/** A database that calls a hook before and after each write, so that a test can do something between any two steps. */
final class WatchedDatabase {
    private static final Set<String> WRITES = Set.of("insertMany", "bulkWrite", "updateOne", "updateMany");

    private WatchedDatabase() {}

    /** The hook is what happens between two steps; what it throws ends the step's caller. */
    static MongoDatabase of(MongoDatabase database, Runnable betweenSteps) {
        return proxy(MongoDatabase.class, (method, arguments) -> {
            Object answer = invoke(database, method, arguments);
            return switch (answer) {
                case MongoCollection<?> collection -> watched(collection, betweenSteps);
                case MongoDatabase withOtherConcerns -> of(withOtherConcerns, betweenSteps);
                case null, default -> answer;
            };
        });
    }

    private static Object watched(MongoCollection<?> collection, Runnable betweenSteps) {
        return proxy(MongoCollection.class, (method, arguments) -> {
            boolean isWrite = WRITES.contains(method.getName());
            if (isWrite) {
                betweenSteps.run();
            }
            Object answer = invoke(collection, method, arguments);
            if (isWrite) {
                betweenSteps.run();
            }
            return answer;
        });
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> call.on(method, Objects.requireNonNullElse(arguments, new Object[0]))));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, Arrays.copyOf(arguments, arguments.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
